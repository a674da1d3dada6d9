/** What is imported, each as PEM. */
export interface PemParts {
  readonly certificate: string;
  readonly chain: string;
  readonly privateKey: string;
}

const BLOCK = /-----BEGIN ([A-Z ]+)-----[^-]*-----END \1-----/g;

/** Parts a file: its first certificate, those behind it, and a private key. What is missing is empty; texts between blocks go. */
function splitPem(text: string): PemParts {
  const blocks = [...text.matchAll(BLOCK)].map(([pem, label = '']) => ({ pem: `${pem}\n`, label }));
  const [certificate = '', ...chain] = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
  const privateKey = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'))?.pem ?? '';
  return { certificate, chain: chain.join(''), privateKey };
}

/**
 * What the fields hold once a file was chosen for one of them. A file that holds more than its field wants fills the others, too; but
 * a chain's first certificate is nobody's leaf.
 */
export function withFile(fields: PemParts, field: keyof PemParts, text: string): PemParts {
  if (field === 'chain') return { ...fields, chain: text };
  const found = splitPem(text);
  const given = Object.entries(found).filter(([, pem]) => pem !== '');
  // What is no PEM is shown all the same: the server says what is wrong with it.
  return { ...fields, ...Object.fromEntries(given), ...(found[field] === '' && { [field]: text }) };
}
