import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { createQueryClient } from './data/query-client.ts';
import { RegionRouter } from './routing/index.ts';
import { SessionProvider, SignInGate } from './session/index.ts';
import { Shell } from './shell/index.ts';

/** Everything that stands around the pages. Without a session the sign-in page stands where the page will, at its address. */
export function App(): JSX.Element {
  const [queries] = useState(createQueryClient);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <RegionRouter>
            <SignInGate>
              <Shell />
            </SignInGate>
          </RegionRouter>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
