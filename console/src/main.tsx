import '@cloudscape-design/global-styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyAppearance } from './preferences/index.ts';

applyAppearance();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
