namespace Porras;

/// <content>Columns of lines, for those who write them as columns.</content>
public sealed partial class Lines
{
    /// <summary>The owner of each line.</summary>
    public ReadOnlyMemory<int> Owners => _participant.AsMemory(0, Count);

    /// <summary>The occurrence of each line.</summary>
    public ReadOnlyMemory<int> Times => _time.AsMemory(0, Count);

    /// <summary>Whether a line may be of another episode than the first.</summary>
    public bool HasEpisodes => _episode is not null;

    /// <summary>Whether a line may be something else than a fee.</summary>
    public bool HasKinds => _kind is not null;
}
