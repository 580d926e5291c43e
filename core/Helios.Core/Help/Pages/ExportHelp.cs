using Helios.Kernel.Entities;

namespace Helios.Core.Help.Pages;

/// <summary>What the file of one list holds.</summary>
/// <param name="Kind">The kind of its rows.</param>
/// <param name="Columns">The headers of all its columns, as staff get them.</param>
public sealed record ExportHelp(KindDeclaration Kind, IReadOnlyList<string> Columns);
