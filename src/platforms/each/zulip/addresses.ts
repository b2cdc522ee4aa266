/**
 * What Zulip takes for an address in a message. Domains are told by their last part: those of countries and the more
 * common others of https://data.iana.org/TLD/tlds-alpha-by-domain.txt, without those that files end in as well.
 */

const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';
const others =
  'com org net edu gov mil int info biz name pro app dev cloud tech online site xyz shop store blog page live news run systems services software solutions network monitoring agency company host link email support tools team world zone space website';

const domain = `(?:[\\w-]+\\.)+(?:${[...countries.split(' '), ...others.split(' ')].join('|')})`;

/** The beginning of an address: after a space or some marks; with a scheme, as a domain, or of somebody’s mail. */
const begins = new RegExp(
  `(?<![^\\s'"(,:<])(?:(https?:\\/\\/[\\w.:@-]+?|${domain})(?=\\/|[!:;?),.'">]*(?:\\s|$))|[\\w.-]{1,64}@[\\w.-]+\\.\\w+(?=[!:;?),.'">]*(?:\\s|$)))`,
  'gi',
);

/** How deep brackets nest in an address. */
const mostBrackets = 7;

/** The text with its addresses replaced by what `put` gives for each, and where it leads. */
export function bareAddresses(text: string, put: (url: string, href: string) => string): string {
  let out = '';
  let at = 0;
  begins.lastIndex = 0;
  for (let match = begins.exec(text); match !== null; match = begins.exec(text)) {
    const [start, web] = match;
    const from = match.index;
    const end = web === undefined ? from + start.length : pathEnd(text, from + start.length);
    if (end === null) continue;
    const url = text.slice(from, end);
    const scheme = web === undefined ? 'mailto:' : /^https?:/i.test(url) ? '' : 'http://';
    out += text.slice(at, from) + put(url, scheme + url);
    at = end;
    begins.lastIndex = end;
  }
  return out + text.slice(at);
}

/**
 * Where an address ends whose path may begin at `from`: before punctuation that a space follows, with its brackets in
 * pairs. Null where there is no such end.
 */
function pathEnd(text: string, from: number): number | null {
  if (text[from] !== '/') return from;
  let depth = 0;
  let last: number | null = null;
  const ends = /[!:;?),.'">]*(?:\s|$)/y;
  for (let at = from + 1; at <= text.length; at++) {
    ends.lastIndex = at;
    if (depth === 0 && ends.test(text)) {
      last = at;
      break;
    }
    const char = text.charAt(at);
    if (char === '' || /[\s"]/.test(char)) break;
    if (char === '(' && ++depth > mostBrackets) break;
    if (char === ')' && --depth < 0) break;
  }
  return last;
}

const schemes = ['http', 'https', 'ftp', 'mailto', 'file', 'bitcoin', 'sms', 'tel'];

/** Where a link with that address leads, or null where Zulip makes none. */
export function linkTarget(url: string): string | null {
  if (url === '') return null;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return schemes.includes(scheme) ? url : null;
  if (/^[/#]/.test(url)) return url;
  return url.includes('@') && !url.includes('/') ? `mailto:${url}` : `http://${url}`;
}
