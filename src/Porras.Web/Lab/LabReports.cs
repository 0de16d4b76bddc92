using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>A run of the lab as one page that stands alone, to be kept or printed.</summary>
internal static class LabReports
{
    private static readonly Latest<string, string> Last = new(8);

    public static void MapLabReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lab/{reference}/report", Study)
            .RequireAuthorization(Right.Simulate.ToString()).ExcludeFromDescription();
        routes.MapGet("/lab/{reference}/plan/report", Plan)
            .RequireAuthorization(Right.Simulate.ToString()).ExcludeFromDescription();
        routes.MapGet("/lab/{reference}/prices/report", Prices)
            .RequireAuthorization(Right.Simulate.ToString()).ExcludeFromDescription();
    }

    private static Task<IResult> Study(string reference, LabModels models, LabBenches benches, HttpContext context) =>
        Page(reference, models, context, async (ask, tongue, cancelled) =>
        {
            var told = await benches.Work(
                ask.Models, isLong: true,
                b => LabAsk.WithSizes(LabAsk.WithRisks(ask.Study(b, tongue), b, cancelled), b, cancelled), cancelled);
            return to => StudyPage.Write(to, told);
        });

    private static Task<IResult> Plan(string reference, LabModels models, LabBenches benches, HttpContext context) =>
        Page(reference, models, context, async (ask, tongue, cancelled) =>
        {
            var (told, study) = await benches.Work(
                ask.Models, isLong: true, _ => ask.Planned(tongue, cancelled), cancelled);
            return to => PlanPage.Write(to, told, study.First);
        });

    private static Task<IResult> Prices(string reference, LabModels models, LabBenches benches, HttpContext context) =>
        Page(reference, models, context, async (ask, tongue, cancelled) =>
        {
            var (told, found) = await benches.Work(
                ask.Models, isLong: true, b => ask.Calibrated(b, tongue, cancelled), cancelled);
            return to => CalibrationPage.Write(to, told, found);
        });

    private static async Task<IResult> Page(
        string reference, LabModels models, HttpContext context,
        Func<LabAsk, Tongue, CancellationToken, Task<Action<TextWriter>>> told)
    {
        var tongue = Languages.Of(context.Request);
        var caller = Roles.CallerOf(context.User);
        if (await models.Ask(caller, reference, context.Request.QueryString.Value ?? "") is not { } ask)
        {
            return Results.NotFound();
        }

        try
        {
            var key = $"{context.Request.Path.Value}\n{LabModels.Pinned(ask.Model)}{ask.Asked}\n{ask.Run}\n{tongue}";
            var page = await Written(key, () => told(ask, tongue, context.RequestAborted));
            return Results.Text(page, "text/html; charset=utf-8");
        }
        catch (RefusedException refused)
        {
            var why = string.Join('\n', refused.Findings.Select(f => $"{f.Message(tongue)} {f.Hint(tongue)}"));
            return Results.Text(why, "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    // The same question has the same page, so that the last ones need not be calculated again.
    private static async Task<string> Written(string key, Func<Task<Action<TextWriter>>> told)
    {
        if (Last.Find(key) is { } kept)
        {
            return kept;
        }

        using var to = new StringWriter();
        (await told())(to);
        Last.Keep(key, to.ToString());
        return to.ToString();
    }
}
