namespace Helios.Kernel.CustomFields;

/// <summary>What a custom field holds. It is chosen once: what was written stays what it is.</summary>
public enum CustomFieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Text of several lines. It is found by its words, not by a filter.</summary>
    LongText,

    /// <summary>A number with at most twelve digits before the point and six behind it.</summary>
    Number,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>One of a list of choices.</summary>
    Choice,

    /// <summary>Any of a list of choices.</summary>
    Choices,

    /// <summary>Somebody of the directory.</summary>
    Person,

    /// <summary>Yes or no.</summary>
    CheckBox,

    /// <summary>The address of a page, http or https.</summary>
    Link,
}
