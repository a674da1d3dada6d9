/**
 * How to make programs trust a certificate authority, as commands to copy.
 * @param file the authority's certificate in PEM, an absolute path
 * @param platform as Node names it
 */
export function trustHelp(file: string, platform: NodeJS.Platform): string {
  const quoted = `'${file.replaceAll("'", "'\\''")}'`;
  const rows = [
    ['curl', `curl --cacert ${quoted} https://localhost:8443/`],
    ['AWS CLI, boto3', `export AWS_CA_BUNDLE=${quoted}`],
    ['Node.js', `export NODE_EXTRA_CA_CERTS=${quoted}`],
    ...systemRows(quoted, platform),
    ['Firefox', 'Settings > Privacy & Security > View Certificates > Authorities > Import'],
  ];
  return rows.map(([who = '', how = '']) => `  ${who.padEnd(18)}${how}\n`).join('');
}

function systemRows(quoted: string, platform: NodeJS.Platform): readonly (readonly [string, string])[] {
  if (platform === 'darwin') {
    const keychain = '/Library/Keychains/System.keychain';
    return [['macOS', `sudo security add-trusted-cert -d -r trustRoot -k ${keychain} ${quoted}`]];
  }
  return [
    [
      'Debian, Ubuntu',
      `sudo cp ${quoted} /usr/local/share/ca-certificates/sallyport-dev.crt && sudo update-ca-certificates`,
    ],
    ['Fedora, RHEL', `sudo trust anchor ${quoted}`],
  ];
}
