/** What Bandit's rules mean in a Django project, and which of them are false alarms there or are told elsewhere. */

/** Shown at most, whatever their severity: a reader of a Django project would not act on them. */
export const NEVER_COUNTS: Record<string, string> = {
  B104: 'an address in a list of hosts or of a server in a container is no weakness',
  B105: 'literal passwords are looked for by the scan for secrets',
  B106: 'literal passwords are looked for by the scan for secrets',
  B107: 'literal passwords are looked for by the scan for secrets',
  B308: 'B703 looks at the same call more closely',
};

/** What could happen, and what to write instead. */
export function adviceFor(rule: string): string {
  return (
    ADVICE.find(([rules]) => rules.includes(rule))?.[1] ?? 'The page of the rule says what could happen.'
  );
}

const ADVICE: [rules: string[], say: string][] = [
  [
    ['B102', 'B307'],
    'Text that is executed as Python can do all that the server can: read it with json.loads() or ast.literal_eval() instead.',
  ],
  [
    ['B301', 'B302', 'B403', 'B614'],
    'Unpickling runs whatever code the sender chose: store JSON, or sign it with django.core.signing.',
  ],
  [
    ['B303', 'B304', 'B305', 'B324', 'B413', 'B505'],
    'This can be broken today: use hashlib.sha256() or the cryptography package; where it only tells things apart (Gravatar, cache keys), say so with usedforsecurity=False.',
  ],
  [
    ['B602', 'B604', 'B605', 'B609'],
    'A shell executes whatever is put into the text: call subprocess.run([program, argument]) without shell=True.',
  ],
  [
    ['B608', 'B610', 'B611'],
    'SQL that is put together from text can be changed by whoever sends the text: use the ORM, or pass parameters.',
  ],
  [
    ['B308', 'B703', 'B704'],
    'Text that is marked as safe is not escaped, so it can carry script: use format_html() with placeholders.',
  ],
  [['B506'], 'This loader builds any Python object that the file names: use yaml.safe_load().'],
  [
    ['B501', 'B323', 'B502', 'B503', 'B504', 'B507'],
    'Without checking who answers, anybody on the way can read and change what is sent: leave the check on.',
  ],
  [
    ['B310'],
    'The address may also be file:// or an inner one: check its scheme and host before it is opened.',
  ],
  [
    ['B313', 'B314', 'B315', 'B316', 'B317', 'B318', 'B319', 'B320'],
    'A crafted document can read files or fill the memory: parse it with defusedxml.',
  ],
  [['B108', 'B306'], 'Others on the machine can put something there first: use the tempfile module.'],
  [['B103'], 'Others on the machine could read or change the file: 0o600 is enough for the app.'],
  [['B202'], 'Names in an archive can lead out of the folder: extractall(path, filter="data").'],
  [['B113'], 'A server that never answers holds a worker for ever: pass timeout=.'],
  [['B201', 'B701', 'B702'], 'Turn debugging off and escaping on.'],
  [['B312', 'B321', 'B401', 'B402'], 'Passwords travel readable: use SSH or SFTP.'],
];
