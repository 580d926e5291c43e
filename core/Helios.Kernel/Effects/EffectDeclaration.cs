using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Effects;

/// <summary>A declared effect on the outside world.</summary>
public abstract class EffectDeclaration
{
    private protected EffectDeclaration(Module module, string name, string label)
    {
        Module = module;
        Name = name;
        Label = label;
    }

    public Module Module { get; }

    /// <summary>The immutable name, such as <c>alerts.post</c>.</summary>
    public string Name { get; }

    /// <summary>What people read, such as "Post an alert".</summary>
    public string Label { get; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Limit { get; private set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a call may be repeated when it is unclear whether it was done.</summary>
    public bool IsRepeatable { get; private set; }

    /// <summary>A call may take this long.</summary>
    public EffectDeclaration Within(TimeSpan limit)
    {
        Limit = limit;
        return this;
    }

    /// <summary>The far side recognizes a repeated call by its key, or a second one does no harm.</summary>
    public EffectDeclaration Repeatable()
    {
        IsRepeatable = true;
        return this;
    }

    internal abstract Task<EffectAnswer> Call(IServiceProvider services, string request, EffectCall call);

    internal abstract ICommand<Nothing>? Result(IServiceProvider services, OperationView operation, Guid? subject);
}
