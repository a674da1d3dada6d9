import '@cloudscape-design/global-styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme, storedTheme } from './shell/index.ts';

applyTheme(storedTheme());
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
