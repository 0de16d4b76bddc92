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
    public static void WriteBytes(string path, Action<Stream> write) => WriteIf(path, to =>
    {
        write(to);
        return true;
    });

    /// <summary>The same for a file that may turn out not to be wanted: then nothing is changed.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before stays as it was.</exception>
    public static void WriteIf(string path, Func<Stream, bool> write)
    {
        var partial = path + ".part-" + Environment.ProcessId;
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        try
        {
            var wanted = false;
            using (var to = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                wanted = write(to);
            }

            if (wanted)
            {
                File.Move(partial, path, overwrite: true);
            }
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
