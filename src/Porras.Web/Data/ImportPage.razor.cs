using System.Globalization;
using Microsoft.AspNetCore.Components;
using Porras.Exchange;

namespace Porras.Web;

/// <summary>Takes files in, and says everything that is wrong with them.</summary>
public sealed partial class ImportPage
{
    private IReadOnlyList<(long Version, string Name)> _choices = [];
    private List<(string File, string[] Columns)> _templates = [];
    private IReadOnlyList<Diagnostic> _findings = [];
    private IReadOnlyList<TableView>? _read;
    private string _report = "", _name = "";
    private int _mistakes;
    private long _version;

    [Inject]
    private Visit Visit { get; set; } = null!;

    [Inject]
    private Names Names { get; set; } = null!;

    [Inject]
    private Importing Importer { get; set; } = null!;

    [Inject]
    private ImportReports Reports { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private string Asked(string key) => Context.Request.HasFormContentType
        ? Context.Request.Form[key].ToString() : Context.Request.Query[key].ToString();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _choices = await Names.Choices(Visit.Caller, Visit.Words);
        var asked = long.TryParse(Asked("version"), CultureInfo.InvariantCulture, out var id) ? id : 0;
        _version = await Importer.Model(Visit.Caller, asked) is not null ? asked
            : _choices.Count > 0 ? _choices[0].Version : 0;
        if (await Importer.Model(Visit.Caller, _version) is not { } model)
        {
            return;
        }

        _name = Asked("name") is { Length: > 0 } said ? said : Fresh(model);
        _templates =
        [
            .. GivenFiles.Templates(ModelSchema.Of(model)).Select(f => (f.Key, f.Value.TrimEnd('\n').Split(','))),
        ];
        if (UploadGuard.RefusedIn(Context) is { } refused)
        {
            Show([refused]);
        }
    }

    private async Task Import()
    {
        GivenFile[] files =
        [
            .. Context.Request.Form.Files.Select(f => new GivenFile(f.FileName, f.Length, f.OpenReadStream)),
        ];
        var done = await Importer.Import(
            Visit.Caller, new(_name, _version, files) { IsKept = Asked("act") != "check" }, Context.RequestAborted);
        Show(done.Findings);
        Go(done);
        _read = done is { Kept: null, Read: { } rows } && _mistakes == 0 ? TableView.Of(rows) : null;
    }

    private async Task Example()
    {
        var name = Visit.Words["data.example.name", _name];
        var done = await Importer.Example(Visit.Caller, _version, name, Context.RequestAborted);
        Show(done.Findings);
        Go(done);
    }

    private void Go(Imported done)
    {
        if (done.Kept is { } kept)
        {
            Navigation.NavigateTo($"/data/{kept.Id}?new={_report}");
        }
    }

    private void Show(IReadOnlyList<Diagnostic> findings)
    {
        _findings = findings;
        _mistakes = findings.Count(f => f.Severity == Severity.Mistake);
        _report = findings.Count > 0 ? Reports.Hold(Visit.Caller, findings) : "";
    }

    // A name that says what it is and, to the second, is no other's.
    private string Fresh(FeeModel model) =>
        $"{model.Header.TitleIn(Visit.Tongue)}, {Visit.Words.Instant(Clock.GetUtcNow())}";

    [Inject]
    private TimeProvider Clock { get; set; } = null!;
}
