using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Porras.Lab;

namespace Porras.Web.Tests;

/// <summary>Where models are played through: turns, and answers that are kept.</summary>
public sealed class LabBenchTests(Site site)
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    private FeeModel Coaching => site.Services.GetRequiredService<Gallery>().All
        .First(m => m.Slug == "coaching-north").Model;

    [Fact]
    public async Task The_same_question_is_answered_once_for_everybody()
    {
        using var benches = new LabBenches();
        var draft = benches.Ready(Coaching).Draft;
        var first = await Ask(1);
        var same = await Ask(1);
        var other = await Ask(2);
        Assert.Same(first.Run, same.Run);
        Assert.NotSame(first.Run, other.Run);
        Assert.NotEqual(first.Budget.Total.Middle.Value, other.Budget.Total.Middle.Value);

        Task<Study> Ask(ulong seed) => benches.Work(
            [Coaching], isLong: false,
            b => b[0].Study(draft, new(new(64, seed)) { Sizes = [], Risks = false }), Now);
    }

    [Fact]
    public async Task A_kept_answer_does_not_care_that_its_first_asker_has_gone()
    {
        using var benches = new LabBenches();
        using var gone = new CancellationTokenSource();
        var draft = benches.Ready(Coaching).Draft;
        await benches.Work([Coaching], isLong: false, b => b[0].Study(draft, Options(gone.Token)), Now);
        await gone.CancelAsync();
        var again = await benches.Work([Coaching], isLong: false, b => b[0].Study(draft, Options(Now)), Now);
        Assert.Equal(Now, again.Options.Run.Cancelled);
        Assert.NotEmpty(Stress.Of(again, Scenario.Usual).All);

        static StudyOptions Options(CancellationToken asker) =>
            new(new(64, 1) { Cancelled = asker }) { Sizes = [], Risks = false };
    }

    [Fact]
    public async Task Whoever_goes_is_not_waited_for_and_the_turn_comes_back()
    {
        using var turns = new LabTurns(1);
        using var gone = new CancellationTokenSource();
        using var end = new ManualResetEventSlim();
        var running = turns.Run(() => Waited(end), gone.Token);
        var waiting = turns.Run(() => 2, Now);
        Assert.Equal(1, turns.Waiting);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(waiting.IsCompleted);
        end.Set();
        Assert.Equal(2, await waiting);
        Assert.Equal(0, turns.Waiting);
    }

    [Fact]
    public async Task A_failure_is_told_to_whoever_asked_and_to_nobody_else()
    {
        using var turns = new LabTurns(1);
        var failed = turns.Run<int>(() => throw new InvalidOperationException("of this"), Now);
        Assert.Equal("of this", (await Assert.ThrowsAsync<InvalidOperationException>(() => failed)).Message);
        Assert.Equal(3, await turns.Run(() => 3, Now));
    }

    [Fact]
    public async Task When_too_many_wait_more_are_refused_over_the_API()
    {
        await using var app = new OwnApp();
        using var caller = await ApiCaller.Come(app.Client, "ProcurementExpert");
        using var end = new ManualResetEventSlim();
        var benches = app.Services.GetRequiredService<LabBenches>();
        var held = Enumerable.Range(0, LabCall.MostWaiting + Environment.ProcessorCount)
            .Select(_ => benches.Work([], isLong: false, _ => Waited(end), Now)).ToList();
        using var refused = await Simulate(caller);
        end.Set();
        await Task.WhenAll(held);
        using var served = await Simulate(caller);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonObject>(Now);
        Assert.Equal("urn:porras:too-many", (string?)problem!["type"]);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    private static Task<HttpResponseMessage> Simulate(ApiCaller caller) => caller.Send(
        HttpMethod.Post, "/api/v1/lab/simulate", JsonContent.Create(new
        {
            models = new[] { new { reference = "coaching-north" } }, replications = 16, whole = false,
        }));

    private static int Waited(ManualResetEventSlim end)
    {
        end.Wait(Now);
        return 1;
    }
}
