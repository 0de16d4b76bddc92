using System.Text;
using System.Text.Json;

namespace Porras.Lab;

/// <summary>One value of a JSON text, with the names on the way to it and where it stands.</summary>
/// <param name="Path">The names from the outside in, joined by points; places of a list count from 1.</param>
/// <param name="Text">The value: a number as written, or the text of a string.</param>
/// <param name="IsText">Whether it is a string.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct JsonLeaf(string Path, string Text, bool IsText, Place Place);

/// <summary>Reads a JSON text as a list of its values. Comments and commas at the end are allowed.</summary>
internal static class JsonLeaves
{
    /// <summary>The values in their order.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<JsonLeaf> Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(
            bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var (leaves, path, places) = (new List<JsonLeaf>(), new List<string>(), new Stack<int>());
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path.Add(reader.GetString()!);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Enter(path, places);
                    places.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    places.Pop();
                    Leave(path, places);
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                    or JsonTokenType.Null:
                    Enter(path, places);
                    var text = reader.TokenType == JsonTokenType.String
                        ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
                    leaves.Add(new(
                        string.Join('.', path), text, reader.TokenType == JsonTokenType.String,
                        PlaceOf(bytes, (int)reader.TokenStartIndex, text.Length)));
                    Leave(path, places);
                    break;
                default:
                    throw new JsonException($"Unknown token {reader.TokenType}.");
            }
        }

        return leaves;
    }

    // In a list the place of a value stands where a name would.
    private static void Enter(List<string> path, Stack<int> places)
    {
        if (places.TryPeek(out var place) && place >= 0)
        {
            places.Push(places.Pop() + 1);
            path.Add($"{place + 1}");
        }
    }

    private static void Leave(List<string> path, Stack<int> places)
    {
        if (places.Count > 0)
        {
            path.RemoveAt(path.Count - 1);
        }
    }

    private static Place PlaceOf(byte[] bytes, int at, int length)
    {
        var line = bytes.AsSpan(0, at).Count((byte)'\n') + 1;
        var begin = bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        return new(line, Encoding.UTF8.GetCharCount(bytes, begin, at - begin) + 1, Math.Max(1, length));
    }
}
