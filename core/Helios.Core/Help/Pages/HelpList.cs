using Helios.Kernel.Entities;
using Helios.Kernel.Queries;

namespace Helios.Core.Help.Pages;

/// <summary>A list as its declaration describes it.</summary>
/// <param name="Kind">The kind of its rows.</param>
/// <param name="List">Its fields and sort keys.</param>
public sealed record HelpList(KindDeclaration Kind, ListDeclaration List);
