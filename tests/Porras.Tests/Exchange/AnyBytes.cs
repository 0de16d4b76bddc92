using System.Text;
using CsCheck;
using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>Whatever stands in a file, it is read or refused with findings; nothing is ever thrown.</summary>
public sealed class AnyBytes
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(
        "participant;start;end;hours;employer;known;source;status;id\r\n"
        + "p1;2027-02-01;;37,5;\"Kone; \"\"Oyj\"\"\";1.3.2027;register;claimed;a1\r\n"
        + "p1;2027-02-01;2027-05-31;38;Öljy;1.4.2027;document;confirmed;a1\r\n");

    private static readonly Gen<byte> Nasty = Gen.OneOf(
        Gen.Byte, Gen.Int[0, 11].Select(i => ";,\t\"\r\n\0'-=.0"u8[i]));

    [Fact]
    public void Bytes_without_sense_are_refused_and_never_throw() => Nasty.Array[0, 300].Sample(bytes => Read(bytes));

    [Fact]
    public void A_file_with_some_bytes_changed_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Nasty).Array[1, 6].Sample(changes =>
        {
            var bytes = Good.ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at] = value;
            }

            Read(bytes);
        });

    [Fact]
    public void A_file_that_is_cut_off_never_gives_more_facts_than_it_had() =>
        Gen.Int[0, Good.Length].Sample(length =>
        {
            var reading = Read(Good[..length]);
            Assert.True(reading.DataSet is null || reading.DataSet.Facts[0].Count <= 2);
        });

    [Theory]
    [InlineData("äö€\r\n", 3)]
    [InlineData("ab\r\r\n\rc", 5)]
    [InlineData("𝄞x\r", 4)]
    public void A_long_file_is_decoded_the_same_wherever_its_pieces_end(string part, int shifts)
    {
        for (var shift = 0; shift <= shifts; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat(part, 60_000));
            using var source = new CsvSource(new MemoryStream(Encoding.UTF8.GetBytes(text)));
            var plain = text.Replace("\r\n", "\0").Replace('\r', '\n').Replace("\0", "\r\n");
            Assert.True(plain == source.ReadToEnd(), $"shift {shift}");
        }
    }

    private static DataSetReading Read(byte[] bytes) => TableFiles.Read(
        [
            new("participants.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(Files.Of(Files.P1)["participants"]))),
            new("job.csv", () => new MemoryStream(bytes)),
        ],
        Files.Schema,
        new(SkipBadRows: true));
}
