import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from '../service-worker/register-service-worker.ts';
import { App } from './app.tsx';
import { applyAppearance } from './appearance.ts';
import { createServices } from './services.ts';

const services = createServices();
applyAppearance(services.preferences);
createRoot(document.getElementById('root')!).render(<App services={services} />);
void registerServiceWorker();
