using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras;

/// <summary>One property of a record.</summary>
internal interface IField<in T>
{
    string Name { get; }

    bool Required { get; }

    void Write(T record, JsonObject json);

    bool TryRead(JsonAt record, Dictionary<string, object?> values);

    JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>A property whose value is always there.</summary>
internal sealed class Field<T, F>(string name, Shape<F> shape, Func<T, F> get) : IField<T>
{
    public string Name => name;

    public bool Required => true;

    public void Write(T record, JsonObject json) => json[name] = shape.Write(get(record));

    public bool TryRead(JsonAt record, Dictionary<string, object?> values)
    {
        if (record.Property(name) is not { } at)
        {
            return record.Fail("P1071", name);
        }

        var read = shape.TryRead(at, out var value);
        values[name] = value;
        return read;
    }

    public JsonObject Schema(SchemaDefinitions definitions) => shape.Schema(definitions);
}

/// <summary>A property that is left out where it says nothing: no title, an empty list, no.</summary>
internal sealed class OptionalField<T, F>(string name, Shape<F> shape, Func<T, (bool Said, F Value)> get) : IField<T>
{
    public string Name => name;

    public bool Required => false;

    public void Write(T record, JsonObject json)
    {
        if (get(record) is (true, var value))
        {
            json[name] = shape.Write(value);
        }
    }

    public bool TryRead(JsonAt record, Dictionary<string, object?> values)
    {
        if (record.Property(name) is not { } at)
        {
            return true;
        }

        var read = shape.TryRead(at, out var value);
        values[name] = value;
        return read;
    }

    public JsonObject Schema(SchemaDefinitions definitions) => shape.Schema(definitions);
}

/// <summary>The values of a record's properties as they were read.</summary>
internal readonly record struct Read<T>(Dictionary<string, object?> Values)
{
    /// <summary>The value of a property that is always there.</summary>
    public F Get<F>(Field<T, F> field) => (F)Values[field.Name]!;

    /// <summary>The value of an optional property; default if it is left out.</summary>
    public F? Get<F>(OptionalField<T, F> field) => Values.TryGetValue(field.Name, out var value) ? (F?)value : default;

    /// <summary>The list of an optional property; empty if it is left out.</summary>
    public IReadOnlyList<F> List<F>(OptionalField<T, IReadOnlyList<F>> field) => Get(field) ?? [];

    /// <summary>The value of an optional property; null if it is left out.</summary>
    public F? Maybe<F>(OptionalField<T, F> field)
        where F : struct => Values.TryGetValue(field.Name, out var value) ? (F?)value : null;
}

/// <summary>An object with properties.</summary>
internal sealed class RecordShape<T> : Shape<T>
{
    private readonly List<IField<T>> _fields = [];
    private Func<Read<T>, T> _make = _ => throw new InvalidOperationException("The shape is not finished.");

    /// <summary>A property that is always there.</summary>
    public Field<T, F> Field<F>(string name, Shape<F> shape, Func<T, F> get)
    {
        var field = new Field<T, F>(name, shape, get);
        _fields.Add(field);
        return field;
    }

    /// <summary>A property that may be null.</summary>
    public OptionalField<T, F> Optional<F>(string name, Shape<F> shape, Func<T, F?> get)
        where F : class => Add(new OptionalField<T, F>(name, shape, r => (get(r) is not null, get(r)!)));

    /// <summary>A property that may be null.</summary>
    public OptionalField<T, F> OptionalValue<F>(string name, Shape<F> shape, Func<T, F?> get)
        where F : struct =>
            Add(new OptionalField<T, F>(name, shape, r => (get(r) is not null, get(r).GetValueOrDefault())));

    /// <summary>A list that may be empty.</summary>
    public OptionalField<T, IReadOnlyList<F>> List<F>(string name, Shape<F> item, Func<T, IReadOnlyList<F>> get) =>
        Add(new OptionalField<T, IReadOnlyList<F>>(name, new ListShape<F>(item), r => (get(r).Count > 0, get(r))));

    /// <summary>Yes, or left out for no.</summary>
    public OptionalField<T, bool> Flag(string name, Func<T, bool> get) =>
        Add(new OptionalField<T, bool>(name, new FlagShape(), r => (get(r), true)));

    /// <summary>Finishes the shape: how the record is made of its properties.</summary>
    public RecordShape<T> Make(Func<Read<T>, T> make)
    {
        _make = make;
        return this;
    }

    public override JsonNode Write(T value) => Write(value, []);

    /// <summary>Writes the properties after those that are there already.</summary>
    public JsonObject Write(T value, JsonObject json)
    {
        foreach (var field in _fields)
        {
            field.Write(value, json);
        }

        return json;
    }

    public override bool TryRead(JsonAt at, out T value) => TryRead(at, null, out value);

    /// <summary>Reads the properties; <paramref name="kind"/> is one that may be there besides.</summary>
    public bool TryRead(JsonAt at, string? kind, out T value)
    {
        value = default!;
        if (!at.Is(JsonValueKind.Object))
        {
            return false;
        }

        var whole = true;
        foreach (var property in at.Element.EnumerateObject())
        {
            if (property.Name != kind && !_fields.Exists(f => f.Name == property.Name))
            {
                at.Findings.AddNear(default, "P1073", JsonAt.Found(property.Name), _fields.Select(f => f.Name),
                    at.Path);
                whole = false;
            }
        }

        Dictionary<string, object?> values = [];
        foreach (var field in _fields)
        {
            whole &= field.TryRead(at, values);
        }

        value = whole ? _make(new(values)) : value;
        return whole;
    }

    protected override JsonObject Describe(SchemaDefinitions definitions) => Describe(definitions, null);

    /// <summary>The schema, with the kind that tells it from others.</summary>
    public JsonObject Describe(SchemaDefinitions definitions, string? kind)
    {
        JsonObject properties = [];
        JsonArray required = [];
        if (kind is not null)
        {
            properties["kind"] = new JsonObject { ["enum"] = new JsonArray(JsonValue.Create(kind)) };
            required.Add("kind");
        }

        foreach (var field in _fields)
        {
            properties[field.Name] = field.Schema(definitions);
            if (field.Required)
            {
                required.Add(field.Name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private OptionalField<T, F> Add<F>(OptionalField<T, F> field)
    {
        _fields.Add(field);
        return field;
    }
}
