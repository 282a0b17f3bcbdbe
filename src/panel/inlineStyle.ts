import { nothing } from 'lit';
import { directive, Directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Properties = Readonly<Record<string, string>>;

/** Sets style properties through the style object, since the page's policy forbids style attributes. */
export const inlineStyle = directive(
  class extends Directive {
    constructor(part: PartInfo) {
      super(part);
      if (part.type !== PartType.ELEMENT)
        throw new Error('"inlineStyle" belongs into the tag of an element.');
    }

    override update({ element }: ElementPart, [properties]: [Properties]): symbol {
      for (const [name, value] of Object.entries(properties)) {
        (element as HTMLElement | SVGElement).style.setProperty(name, value);
      }
      return nothing;
    }

    render(_properties: Properties): symbol {
      return nothing;
    }
  },
);
