using Porras.Exchange;

namespace Porras.Tests;

public sealed class KitTests
{
    private const string Model = """
        model small version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up

        participants people
          start     "first meeting"

        facts
          talk  on a day, hours

        measure talking is sum of hours in talk

        fee first output "First"  § 4.1
          when      start
          pay       300.00
          once

        fee talk-fee output "Talk"  § 4.2
          when      each 2 hours of talking
          pay       50.00
          every time
        """;

    private const string Data = """
        == participants
        participant,start
        anna,2027-01-04
        ben,2027-01-11
        cara,2027-01-12

        == talk
        participant,day,hours,known
        anna,2027-01-18,2,2027-01-19
        ben,2027-01-19,4,2027-03-01
        cara,2027-01-20,3,2027-01-21
        """;

    private static readonly Plan Plan = new Ledger(Model).Plan;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_kit_that_was_copied_is_identical(bool pseudonymous)
    {
        var kit = Make(pseudonymous ? ["px", "pb", "pa"] : null);
        var verdict = Verdict(kit);
        Assert.Equal("", DiagnosticText.Write(verdict.Findings, null));
        Assert.True(verdict.IsIdentical);
        Assert.Equal(kit.Fingerprint, verdict.Kit!.Fingerprint);
        // Three starts; one talk each of anna and cara; ben's is known later.
        Assert.Equal((5L, new Money(100000)), (verdict.Settled!.Count, verdict.Settled.Total));
        Assert.Equal((5L, new Money(100000)), (verdict.Count, verdict.Total));
        Assert.Equal(!pseudonymous, kit.Parts.Keys.Any(p => KitBench.Text(kit, p).Contains("anna")));
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes() => Assert.Equal(KitBench.Bytes(Make()), KitBench.Bytes(Make()));

    [Theory]
    [InlineData("model.porras")]
    [InlineData("facts/participants.csv")]
    [InlineData("facts/talk.csv")]
    [InlineData("lines.csv")]
    public void A_changed_byte_is_told_in_every_part(string part)
    {
        var kit = Make();
        var bytes = (byte[])kit.Parts[part].Clone();
        bytes[^2] ^= 1;
        var verdict = Verdict(kit, (name, old) => name == part ? bytes : old);
        Assert.False(verdict.IsIdentical);
        Assert.Contains(verdict.Findings, f => f.Code == "P7303" && f.Message(Tongue.English).Contains(part));
    }

    [Theory]
    [InlineData("model.porras")]
    [InlineData("facts/participants.csv")]
    [InlineData("facts/talk.csv")]
    [InlineData("lines.csv")]
    public void A_missing_part_is_told(string part)
    {
        var verdict = Verdict(Make(), (name, old) => name == part ? null : old);
        Assert.False(verdict.IsIdentical);
        Assert.Equal(["P7302"], verdict.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_part_that_is_longer_than_the_list_says_is_told()
    {
        var verdict = Verdict(Make(), (name, old) => name == Kit.LinesPart ? [.. old, .. new byte[1 << 20]] : old);
        Assert.Contains("P7303", verdict.Findings.Select(f => f.Code));
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void More_than_is_allowed_is_not_unpacked()
    {
        var verdict = KitCheck.Of(new MemoryStream(KitBench.Bytes(Make())), bytesMost: 10);
        Assert.Equal(["P7305"], verdict.Findings.Select(f => f.Code));
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_it_says_is_not_unpacked()
    {
        // Zeros shrink to a thousandth: the file stays small, whatever the list says.
        var bomb = KitBench.Changed(KitBench.Bytes(Make()), "facts/talk.csv", _ => new byte[64 << 20]);
        Assert.True(bomb.Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = KitBench.Verdict(bomb);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
        Assert.Contains("P7303", verdict.Findings.Select(f => f.Code));
        var list = KitBench.Changed(KitBench.Bytes(Make()), "kit.json", _ => new byte[64 << 20]);
        Assert.Equal(["P7301"], KitBench.Verdict(list).Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("../outside.csv")]
    [InlineData("facts/../../outside.csv")]
    [InlineData("facts/..\\outside.csv")]
    [InlineData("/etc/outside.csv")]
    [InlineData("model.json")]
    public void A_part_of_another_name_is_refused(string name)
    {
        var kit = Make();
        var parts = new Dictionary<string, byte[]>(kit.Parts) { [name] = [] };
        Assert.Equal(["P7311"], Verdict(kit with { Parts = parts }).Findings.Select(f => f.Code));
        var beside = KitBench.Changed(KitBench.Bytes(kit), name, _ => []);
        Assert.Equal(["P7304"], KitBench.Verdict(beside).Findings.Select(f => f.Code));
    }

    [Fact]
    public void What_a_kit_says_reaches_no_terminal_unchecked()
    {
        var beside = KitBench.Changed(KitBench.Bytes(Make()), "\u001b[2Jcleared" + new string('x', 500), _ => []);
        var said = DiagnosticText.Write(KitBench.Verdict(beside).Findings, null);
        Assert.DoesNotContain('\u001b', said);
        Assert.True(said.Length < 600);
    }

    [Fact]
    public void A_file_that_is_damaged_anywhere_is_told_and_never_fails()
    {
        var (whole, kit) = (KitBench.Bytes(Make()), Make());
        for (var i = 0; i < whole.Length; i += 5)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 0x55;
            var verdict = KitBench.Verdict(damaged);
            Assert.True(!verdict.IsIdentical || verdict.Kit!.Fingerprint == kit.Fingerprint, $"byte {i}");
        }

        for (var length = 0; length < whole.Length; length += 11)
        {
            Assert.False(KitBench.Verdict(whole[..length]).IsIdentical, $"length {length}");
        }
    }

    [Fact]
    public void Another_version_of_the_engine_is_noted()
    {
        var kit = Make();
        var verdict = Verdict(kit with { Terms = kit.Terms with { Engine = "0.0.9" } });
        Assert.Equal(["P7306"], verdict.Findings.Select(f => f.Code));
        Assert.True(verdict.IsIdentical);
    }

    [Theory]
    [InlineData(Kit.LinesPart, "300.00", "301.00", "P7307 lines.csv line 2, column \"amount\"", "\"301.00\"")]
    [InlineData("facts/talk.csv", "anna,2027-01-18,2", "anna,2027-01-18,1", "P7312 lines.csv line 5", "talk-fee 1")]
    [InlineData("facts/talk.csv", "anna,2027-01-18,2", "anna,2027-01-18,4", "P7313 lines.csv line 6", "talk-fee 2")]
    [InlineData("facts/talk.csv", "anna,2027-01-18", "anna,2027-01-17", "line 5, column \"earned\"", "2027-01-17")]
    [InlineData("model.porras", "pay       50.00", "pay       50.01", "P7310", "line 5, column \"amount\"")]
    public void What_was_changed_together_with_its_hash_is_told(
        string part, string old, string now, string where, string what)
    {
        var kit = KitBench.Remade(Make(), part, text => text.Replace(old, now));
        var verdict = Verdict(kit);
        var text = DiagnosticText.Write(verdict.Findings, null);
        Assert.Contains(where, text);
        Assert.Contains(what, text);
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void A_line_that_was_taken_out_or_put_in_is_told()
    {
        var kit = Make();
        var less = KitBench.Remade(kit, Kit.LinesPart, text => string.Join('\n', [.. text.Split('\n')[..^2], ""]));
        Assert.Equal(["P7313"], Verdict(less).Findings.Select(f => f.Code));
        var more = KitBench.Remade(kit, Kit.LinesPart, text => text + text.Split('\n')[^2] + "\n");
        Assert.Equal(["P7312"], Verdict(more).Findings.Select(f => f.Code));
        var turned = KitBench.Remade(kit, Kit.LinesPart, text =>
            text.Split('\n') is var l ? string.Join('\n', [l[0], l[2], l[1], .. l[3..]]) : "");
        Assert.Equal(["P7307"], Verdict(turned).Findings.Select(f => f.Code));
    }

    [Fact]
    public void Another_fingerprint_is_told()
    {
        var verdict = KitBench.Verdict(KitBench.Bytes(Make()), new string('0', 64));
        Assert.Equal(["P7309"], verdict.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Any_other_file_is_no_kit() => Assert.Equal(
        ["P7301"], KitBench.Verdict([1, 2, 3]).Findings.Select(f => f.Code));

    private static Kit Make(IReadOnlyList<string>? pseudonyms = null) => KitMaking.Make(
        new("small.porras", Model, Plan, Tests.Exchange.Files.Good(Data, Plan.Schema), Until, Until)
        {
            Pseudonyms = pseudonyms,
        });

    private static int Until => Day.Parse("2027-02-28")!.Value;

    // The kit as a file in which parts were changed or, where there is nothing, taken out.
    private static KitVerdict Verdict(Kit kit, Func<string, byte[], byte[]?>? change = null)
    {
        var file = KitBench.Bytes(kit);
        foreach (var (name, old) in change is null ? [] : kit.Parts.ToList())
        {
            if (change!(name, old) is var now && !ReferenceEquals(now, old))
            {
                file = KitBench.Changed(file, name, _ => now);
            }
        }

        return KitBench.Verdict(file);
    }
}
