using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Scopes;

namespace Helios.Core.Importing;

/// <summary>What a preview may use.</summary>
/// <param name="Db">The database; nothing is saved.</param>
/// <param name="Commands">Runs commands that are taken back.</param>
/// <param name="Scope">For whom.</param>
/// <param name="Stop">Ends when the caller has gone.</param>
public sealed record ImportLook(HeliosDb Db, CommandPipeline Commands, Scope Scope, CancellationToken Stop);
