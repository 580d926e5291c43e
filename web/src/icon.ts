const sprite = new URL(HELIOS_ICONS, import.meta.url).pathname;

/** An icon of the sprite by its meaning. Always decorative. */
export function icon(name: string, css = ''): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', css ? `icon ${css}` : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}
