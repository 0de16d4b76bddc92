namespace Porras.Exchange; internal static class Placeholder;
