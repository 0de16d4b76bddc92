return Porras.Cli.CommandLine.Run(args);
