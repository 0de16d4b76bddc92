using System.Runtime.CompilerServices;

namespace Porras.Lab;

/// <summary>What a caller must keep to; breaking it is a mistake of a programmer and throws at once.</summary>
internal static class Must
{
    /// <summary>The value, if it is a share from 0 to 1.</summary>
    public static double BeShare(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Refused(name, value, "A share lies between 0 and 1.");

    /// <summary>The value, if it lies strictly between 0 and 1.</summary>
    public static double BeInside(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and < 1 ? value : throw Refused(name, value, "The value lies strictly between 0 and 1.");

    /// <summary>The value, if it is finite and above 0.</summary>
    public static double BePositive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Refused(name, value, "The value is finite and above 0.");

    /// <summary>The value, if it is finite and not below 0.</summary>
    public static double BeAtLeastZero(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Refused(name, value, "The value is finite, at least 0.");

    /// <summary>The count, if it is not below the least one allowed.</summary>
    public static int BeAtLeast(int least, int count, [CallerArgumentExpression(nameof(count))] string name = "") =>
        count >= least ? count : throw Refused(name, count, $"The count is at least {least}.");

    /// <summary>The two lengths must be the same.</summary>
    public static void BeAsLong(int expected, int length, [CallerArgumentExpression(nameof(length))] string name = "")
    {
        if (expected != length)
        {
            throw Refused(name, length, $"Expected is a length of {expected}.");
        }
    }

    private static ArgumentOutOfRangeException Refused(string name, object value, string why) => new(name, value, why);
}
