using System.Text;
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
    [InlineData(null)]
    [InlineData("salt")]
    public void A_kit_that_was_copied_is_identical(string? salt)
    {
        var kit = Make(salt);
        var verdict = Verdict(kit);
        Assert.Equal("", DiagnosticText.Write(verdict.Findings, null));
        Assert.True(verdict.IsIdentical);
        Assert.Equal(kit.Fingerprint, verdict.Kit!.Fingerprint);
        // Three starts; one talk each of anna and cara; ben's is known later.
        Assert.Equal((5L, new Money(100000)), (verdict.Settled!.Count, verdict.Settled.Total));
        Assert.Equal(salt is null, Encoding.UTF8.GetString(kit.Parts[Kit.LinesPart]).Contains("anna"));
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes() => Assert.Equal(Bytes(Make()), Bytes(Make()));

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
    public void A_kit_that_is_too_large_is_not_unpacked()
    {
        var verdict = KitCheck.Of(new MemoryStream(Bytes(Make())), bytesMost: 10);
        Assert.Equal(["P7305"], verdict.Findings.Select(f => f.Code));
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void A_part_that_is_longer_than_the_list_says_is_told()
    {
        var verdict = Verdict(Make(), (name, old) => name == Kit.LinesPart ? [.. old, .. new byte[1 << 20]] : old);
        Assert.Contains("P7303", verdict.Findings.Select(f => f.Code));
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void Another_version_of_the_engine_is_noted()
    {
        var kit = Make();
        var verdict = Verdict(kit with { Terms = kit.Terms with { Engine = "0.0.9" } });
        Assert.Equal(["P7306"], verdict.Findings.Select(f => f.Code));
        Assert.True(verdict.IsIdentical);
    }

    [Fact]
    public void Lines_that_were_changed_with_their_hash_are_told()
    {
        var kit = Make();
        var lines = Encoding.UTF8.GetString(kit.Parts[Kit.LinesPart]).Replace("300.00", "301.00");
        var parts = new Dictionary<string, byte[]>(kit.Parts) { [Kit.LinesPart] = Encoding.UTF8.GetBytes(lines) };
        var verdict = Verdict(kit with { Parts = parts });
        Assert.Equal(["P7307"], verdict.Findings.Select(f => f.Code));
        Assert.False(verdict.IsIdentical);
    }

    [Fact]
    public void Another_fingerprint_is_told()
    {
        var verdict = KitCheck.Of(new MemoryStream(Bytes(Make())), new string('0', 64));
        Assert.Equal(["P7309"], verdict.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Any_other_file_is_no_kit() => Assert.Equal(
        ["P7301"], KitCheck.Of(new MemoryStream([1, 2, 3])).Findings.Select(f => f.Code));

    private static Kit Make(string? salt = null) => KitMaking.Make(
        new("small.porras", Model, Plan, Tests.Exchange.Files.Good(Data, Plan.Schema), Until, Until) { Salt = salt });

    private static int Until => Day.Parse("2027-02-28")!.Value;

    private static byte[] Bytes(Kit kit)
    {
        using var to = new MemoryStream();
        KitFile.Write(to, kit);
        return to.ToArray();
    }

    // The kit as a file in which parts were changed or, where there is nothing, taken out.
    private static KitVerdict Verdict(Kit kit, Func<string, byte[], byte[]?>? change = null)
    {
        using var file = new MemoryStream();
        file.Write(Bytes(kit));
        using (var zip = new System.IO.Compression.ZipArchive(
            file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, old) in change is null ? [] : kit.Parts.ToList())
            {
                var now = change!(name, old);
                if (ReferenceEquals(now, old))
                {
                    continue;
                }

                zip.GetEntry(name)!.Delete();
                if (now is not null)
                {
                    using var to = zip.CreateEntry(name).Open();
                    to.Write(now);
                }
            }
        }

        file.Position = 0;
        return KitCheck.Of(file);
    }
}
