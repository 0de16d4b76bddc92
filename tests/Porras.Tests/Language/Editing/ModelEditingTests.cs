namespace Porras.Tests;

public sealed class ModelEditingTests
{
    private const string Small = """
        model small version 1
          in force  2027-01-01 to 2027-12-31   # one year
          money     EUR, each line rounded to 0.01 half up

        participants people
          known     age number
          start     "first meeting"
          window    service lasts 6 months from start   # counted from the meeting

        groups fixed at start
          young     "Young"   when age below 25
          others    otherwise

        # What is paid for.
        table by group
                  price
          young  300.00
          others   90.00

        # The first fee.
        fee opening  output "Start"                      § 4.1
          when      start
          # no deduction
          pay       price        # by group
          once

        fee closing  output
          when      end of service
          pay       50.00
          once

        limit 900.00 of opening for each participant, then cut

        """;

    [Fact]
    public void A_price_takes_as_many_blanks_as_it_needs()
    {
        var text = Edited(Small, new ModelEdit.Write("table/price/young/cell-price", "1300.00"));
        Assert.Contains("\n  young  1300.00\n", text);
        text = Edited(Small, new ModelEdit.Write("table/price/others/cell-price", "1300.00"));
        Assert.Contains("\n  others  1300.00\n", text);
    }

    [Fact]
    public void A_comment_stays_in_its_column()
    {
        var text = Edited(Small, new ModelEdit.Write("participants/window-service", "18 months"));
        Assert.Contains("\n  window    service lasts 18 months from start   # counted", text);
        text = Edited(Small, new ModelEdit.Write("fee/opening/pay", "50.00"));
        Assert.Contains("\n  pay       50.00        # by group\n", text);
    }

    [Fact]
    public void A_clause_that_was_not_there_goes_behind_those_before_it()
    {
        var text = Edited(Small, new ModelEdit.Write("fee/opening/claim", "60 days"));
        Assert.Contains("  pay       price        # by group\n  claim     within 60 days\n  once\n", text);
        Assert.Equal(Small, Edited(text, new ModelEdit.Write("fee/opening/claim", "")));
    }

    [Fact]
    public void A_comment_behind_a_clause_that_goes_stays()
    {
        var said = Small.Replace(
            "  once\n\nfee closing", "  payable   30 days later   # as agreed\n  once\n\nfee closing");
        Assert.Contains("# by group\n  # as agreed\n  once\n",
            Edited(said, new ModelEdit.Write("fee/opening/payable", "")));
    }

    [Fact]
    public void A_fee_goes_with_its_comment_and_an_empty_line()
    {
        var text = Edited(Small, new ModelEdit.Remove("limit"), new ModelEdit.Remove("fee/opening"));
        Assert.Contains("  others   90.00\n\nfee closing", text);
        Assert.DoesNotContain("The first fee", text);
    }

    [Fact]
    public void A_fee_that_a_limit_names_stays()
    {
        var edited = ModelEditing.Apply(Small, new ModelEdit.Remove("fee/opening"));
        Assert.Equal("""
            "opening" cannot be taken away; still named in "limit 900.00 of opening for each participant" (32).
            """, edited.Findings.Single().Message());
    }

    [Fact]
    public void A_group_that_a_table_names_stays()
    {
        var edited = ModelEditing.Apply(Small, new ModelEdit.Remove("groups/young"));
        Assert.Equal("""
            "young" cannot be taken away; still named in "table by group" (17).
            """, edited.Findings.Single().Message());
    }

    [Fact]
    public void What_is_added_is_read_without_a_mistake_of_form()
    {
        var text = Edited(Small,
            new ModelEdit.Add(Addition.OutcomeFee, "Työ jatkuu: 6 kk!"),
            new ModelEdit.Add(Addition.OutputFee, ""),
            new ModelEdit.Add(Addition.Group, "Ageing"),
            new ModelEdit.Add(Addition.Limit, ""),
            new ModelEdit.Add(Addition.Year, ""),
            new ModelEdit.Add(Addition.Year, ""));
        Assert.Contains(
            "\n\nfee työ-jatkuu-6-kk  outcome \"Työ jatkuu: 6 kk!\"\n  when      start\n  pay       100.00\n", text);
        Assert.Contains("\n  ageing    \"Ageing\" when age at least 18\n  others    otherwise\n", text);
        Assert.Contains("\nlimit 1000.00 for each participant, then cut\n", text);
        Assert.Contains("  priced    when earned\n", text);
        Assert.Contains("  contract year 1   outputs 80 %   outcomes 20 %\n  contract year 2   outputs 80 %", text);
        Assert.Empty(ModelReader.Read(text).Findings);
    }

    [Fact]
    public void A_step_is_added_above_the_highest()
    {
        var model = Small + "\nladder progress \"Steps\"\n  step 0 \"none\"\n  step 1 \"some\"   # begun\n";
        Assert.EndsWith("  step 1 \"some\"   # begun\n  step 2 \"more\"\n",
            Edited(model, new ModelEdit.Add(Addition.Step, "more")));
        Assert.EndsWith("  step 0 \"none\"\n  # begun\n", Edited(model, new ModelEdit.Remove("ladder/progress/1")));
    }

    [Theory]
    [InlineData("fee/closing/pay", "fifty")]
    [InlineData("fee/closing/pay", "50,00")]
    [InlineData("model/version", "0")]
    [InlineData("model/first", "2027-02-30")]
    [InlineData("participants/window-service", "6 moons")]
    [InlineData("fee/opening/title", "a\nb")]
    public void What_the_language_cannot_read_is_not_written(string path, string value)
    {
        var edited = ModelEditing.Apply(Small, new ModelEdit.Write(path, value));
        Assert.NotEmpty(edited.Findings);
        Assert.Equal(Small, edited.Text);
        Assert.True(edited.Findings[0].Place.IsKnown);
    }

    [Fact]
    public void A_text_with_a_mistake_is_changed_elsewhere_and_keeps_its_mistake()
    {
        var wrong = Small.Replace("  when      start\n", "  when      strat unknown\n");
        var text = Edited(wrong, new ModelEdit.Write("fee/closing/pay", "75.00"));
        Assert.Equal(wrong.Replace("50.00", "75.00"), text);
        Assert.Contains(ModelFields.Of(wrong).Parts.Single(p => p.Path == "fee/opening").Texts,
            t => t.Text == "when strat unknown");
    }

    [Fact]
    public void Lines_that_end_as_on_windows_stay_so()
    {
        var text = Edited(Small.ReplaceLineEndings("\r\n"),
            new ModelEdit.Write("fee/opening/claim", "60 days"), new ModelEdit.Add(Addition.Limit, ""));
        Assert.DoesNotContain("\n", text.Replace("\r\n", ""));
    }

    private static string Edited(string text, params ModelEdit[] edits)
    {
        var edited = ModelEditing.Apply(text, edits);
        Assert.Equal([], edited.Findings.Select(f => f.Message()));
        return edited.Text;
    }
}
