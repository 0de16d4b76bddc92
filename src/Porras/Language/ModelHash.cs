using System.Security.Cryptography;
using System.Text;

namespace Porras;

/// <summary>The identity of a model: two texts with the same hash say the same in the same order.</summary>
public static class ModelHash
{
    /// <summary>SHA-256 of the canonical text without comments (UTF-8), as 64 lower-case hexadecimal digits.</summary>
    public static string Of(FeeModel model) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ModelWriter.Write(model))));
}
