function changed(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) return selectChanged(field);
  if (!(field instanceof HTMLInputElement)) return false;
  switch (field.type) {
    case 'hidden': case 'submit': case 'button': case 'reset': case 'image': return false;
    case 'checkbox': case 'radio': return field.checked !== field.defaultChecked;
    case 'file': return (field.files?.length ?? 0) > 0;
    default: return field.value !== field.defaultValue;
  }
}

function selectChanged(field: HTMLSelectElement): boolean {
  const options = [...field.options];
  // Without a default of its own a closed list shows its first choice.
  if (!field.multiple && !options.some(option => option.defaultSelected)) return field.selectedIndex > 0;
  return options.some(option => option.selected !== option.defaultSelected);
}

/** Whether somebody changed a value of the form and has not sent it. */
export const isDirty = (form: HTMLFormElement): boolean =>
  [...form.elements].some(changed) || form.querySelector('file-upload[data-files]') !== null;
