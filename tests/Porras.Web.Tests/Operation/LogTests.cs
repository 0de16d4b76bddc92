using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Porras.Web.Tests;

public sealed class LogTests
{
    private const string Someone = "erna-7731";

    [Fact]
    public async Task A_request_is_one_line_that_names_nobody_and_no_token()
    {
        using var log = new Kept();
        await using var app = new OwnApp(parts: s => s.AddSingleton<ILoggerProvider>(log));
        using var expert = await ApiCaller.Come(app.Client, "ProcurementExpert");
        using var check = await expert.Post(
            $"/api/v1/models/check?who={Someone}", $"{{ \"text\": \"model {Someone} {Someone}\" }}");
        using var absent = await expert.Send(HttpMethod.Get, $"/api/v1/models/{Someone}");
        using var bad = await expert.Post("/api/v1/models/check", $"{{ \"{Someone}\": 1 }}");
        var lines = log.Lines.ToList();
        Assert.Contains(lines, l => l.Contains("POST /api/v1/models/check 200", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("GET /api/v1/models/{reference} 404", StringComparison.Ordinal));
        var line = lines.First(l => l.Contains("/api/v1/models/check", StringComparison.Ordinal));
        Assert.Contains("Request=", line, StringComparison.Ordinal);
        Assert.Matches("Organisation=[0-9]+", line);
        foreach (var secret in (string[])[Someone, expert.Token, "porras_", "demonstration-", "@porras.example"])
        {
            Assert.DoesNotContain(lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task In_production_lines_are_JSON_with_their_scopes()
    {
        await using var app = new OwnApp();
        var options = app.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue;
        Assert.Equal(ConsoleFormatterNames.Json, options.FormatterName);
        var json = app.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue;
        Assert.True(json.IncludeScopes);
    }

    // Keeps what is logged, with the scopes it stands in.
    private sealed class Kept : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writing(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Writing(Kept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => kept._scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter)
            {
                var scopes = new List<string>();
                kept._scopes.ForEachScope(
                    (scope, all) => all.Add(scope is IEnumerable<KeyValuePair<string, object?>> pairs
                        ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : $"{scope}"),
                    scopes);
                kept.Lines.Enqueue($"{category} {formatter(state, exception)} {exception} {string.Join(' ', scopes)}");
            }
        }
    }
}
