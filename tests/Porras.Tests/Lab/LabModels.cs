using Porras.Lab;

namespace Porras.Tests;

/// <summary>Models and worlds for the tests of the lab.</summary>
internal static class LabModels
{
    /// <summary>A plan of a model of the gallery.</summary>
    public static Plan Plan(string model) =>
        Porras.Plan.Compile(ModelReader.ReadPage(TestFiles.Read("models", model + ".md")).Whole!);

    /// <summary>A small hybrid: a start fee and fees for a job that lasts.</summary>
    /// <param name="start">Pay for the start.</param>
    /// <param name="job">Pay for three months of work.</param>
    /// <param name="kept">Pay for each further three months, twice at most.</param>
    public static Plan Hybrid(decimal start = 1000, decimal job = 2000, decimal kept = 500) =>
        Porras.Plan.Compile(Model($"""
            model hybrid version 1
              in force  2027-01-01 to 2029-12-31
              money     EUR, each line rounded to 0.01 half up
              priced    on start

            participants people
              known     weak yes or no
              start     "referred"
              window    follow-up lasts 24 months from start

            facts
              job       from day to day, evidence register

            groups fixed at start
              hard      when weak
              easy      otherwise

            measure work is days of job

            fee opening  output
              when      start
              pay       {start:0.00}
              once

            fee employed  outcome
              when      work reaches 90 days within follow-up
              pay       {job:0.00}
              once

            fee kept  outcome
              when      each 90 days of work after employed, within follow-up
              pay       {kept:0.00}
              at most   2 times
            """));

    /// <summary>A model of a text, without mistakes.</summary>
    public static FeeModel Model(string text)
    {
        var read = ModelReader.Read(text);
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Mistake);
        Assert.DoesNotContain(ModelCheck.Check(read.Whole!), f => f.Severity == Severity.Mistake);
        return read.Whole!;
    }

    /// <summary>A world with nothing in common: no shocks, and as many participants as planned.</summary>
    public static World Calm(World world) => RiskMap.Calm(world);
}
