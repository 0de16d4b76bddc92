using Porras.Exchange;

namespace Porras.Tests.Exchange;

public sealed class LinesAsCsv
{
    private const string Model = """
        model exit version 1
          in force  2027-01-01 to 2028-12-31
          money     EUR, each line rounded to 0.01 half up
          payable   5 working days later

        participants people
          start     "first meeting"

        facts
          job  from day to day

        measure work is days of job

        fee employed outcome "Employment"  § 4.4
          when      work reaches 30 days
          pay       900.00
          once

        take back employed
          when      job
        """;

    [Fact]
    public void Lines_are_written_in_order_with_what_an_invoice_needs() => Assert.Equal(
        """
        participant,fee,occurrence,episode,earned,kind,amount,currency,payable,clause,reason
        '=2+5,employed,1,1,2027-03-02,fee,900.00,EUR,2027-03-10,4.4,
        '=2+5,employed,1,1,2027-03-15,take-back,-900.00,EUR,2027-03-22,4.4,

        """,
        Written(null));

    [Fact]
    public void A_reason_cannot_be_run_by_a_spreadsheet() => Assert.Contains(
        "4.4,\"'=SUM(A1), \"\"really\"\"\"\n",
        Written(_ => "=SUM(A1), \"really\""),
        StringComparison.Ordinal);

    private static string Written(Func<FeeLine, string>? reason)
    {
        var model = ModelReader.Read(Model).Model!;
        var data = Files.Good(
            """
            == participants
            participant,start
            '=2+5,2027-01-04
            == job
            participant,start,end
            '=2+5,2027-02-01,2027-03-15
            == holidays
            day
            2027-03-09
            """,
            ModelSchema.Of(model));
        using var to = new StringWriter();
        LinesCsv.Write(to, Settle.All(Plan.Compile(model), data, Day.Of(2028, 1, 1)), reason);
        return to.ToString();
    }
}
