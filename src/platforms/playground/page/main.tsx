import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { mendShadows } from './discord-shadow.ts';
import './fonts.ts';
import './page.css';
import './parts.css';
import './views.css';
import './slack.css';
import './discord.css';

mendShadows();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
