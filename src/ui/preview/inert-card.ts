/**
 * A card from which nothing goes out: Microsoft's renderer fetches pictures and films from wherever a card says, and
 * what stands in an address says what the payload said. Here no picture comes from elsewhere, and no button sends what
 * people type.
 */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Members = Readonly<Record<string, Json>>;

/** Stands where a picture from elsewhere would be. */
const placeholder = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64" viewBox="0 0 96 64">' +
    '<rect width="96" height="64" rx="6" fill="#9aa0a6" fill-opacity=".35"/>' +
    '<g fill="none" stroke="#7a8087" stroke-width="3" stroke-linejoin="round">' +
    '<rect x="30" y="18" width="36" height="28" rx="3"/><path d="m32 43 11-13 8 9 5-5 9 9"/></g>' +
    '<circle cx="57" cy="26" r="3" fill="#7a8087"/></svg>',
)}`;

/** A picture that brings its own data; nothing in it can end the `url('…')` of a style. */
const ownPicture = /^data:image\/[a-z0-9.+-]+;base64,[a-z0-9+/=]*$/i;

/** Members by which an object gets at actions. */
const actionMembers: ReadonlySet<string> = new Set(['actions', 'selectAction', 'inlineAction']);

/** Actions that would send something. A preview has nobody to send it to, and the renderer throws over some. */
const sending: ReadonlySet<Json> = new Set(['Action.Submit', 'Action.Execute']);

/** Reads a card's JSON; what fetches and what sends is not in it. Throws a SyntaxError for what is no JSON. */
export function inertCard(json: string): Readonly<Record<string, unknown>> {
  const card = inert(JSON.parse(json) as Json, false);
  return typeof card === 'object' && card !== null && !isList(card) ? card : {};
}

function inert(value: Json, isAction: boolean): Json {
  if (isList(value)) return value.map((element) => inert(element, isAction));
  if (typeof value !== 'object' || value === null) return value;
  const type = value['type'] ?? '';
  const members = Object.entries(value).flatMap(([key, member]): readonly (readonly [string, Json])[] => {
    const kept = inertMember(key, member, isAction, type === 'Action.OpenUrl');
    return kept === undefined ? [] : [[key, kept]];
  });
  const copy: Members = Object.fromEntries(members);
  // A button that shows and hides nothing looks the same and does nothing.
  return isAction && sending.has(type) ? { ...copy, type: 'Action.ToggleVisibility', targetElements: [] } : copy;
}

/** A member as it is kept, or undefined when it is not. */
function inertMember(key: string, value: Json, isAction: boolean, opens: boolean): Json | undefined {
  switch (key) {
    case 'url':
      if (isAction && opens) return typeof value === 'string' && /^(?:https?|mailto):/i.test(value) ? value : '';
      return picture(value);
    case 'iconUrl':
    case 'poster':
      return picture(value);
    // Texts are read more easily on none than on another one.
    case 'backgroundImage':
      return undefined;
    case 'sources':
    case 'captionSources':
      return [];
    // Only what is sent needs these; the renderer throws over a pattern that is none.
    case 'data':
    case 'regex':
      return undefined;
    default:
      return inert(value, actionMembers.has(key) || (isAction && key === 'fallback'));
  }
}

function picture(value: Json): Json {
  if (typeof value !== 'string' || value === '') return '';
  return ownPicture.test(value) ? value : placeholder;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
