using System.Text;

namespace Porras.Exchange;

/// <summary>Files that are there whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes a file under another name and moves it into place when it is complete.</summary>
    /// <remarks>Its folder is made if it is not there.</remarks>
    /// <exception cref="IOException">It cannot be written; what was there before stays as it was.</exception>
    public static void Write(string path, Action<TextWriter> write) => WriteBytes(path, file =>
    {
        using var to = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(to);
    });

    /// <summary>The same for a file that is no text.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before stays as it was.</exception>
    public static void WriteBytes(string path, Action<Stream> write)
    {
        var partial = path + ".part-" + Environment.ProcessId;
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        try
        {
            using (var to = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(to);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
