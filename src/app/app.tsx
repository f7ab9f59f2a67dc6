import { Route, Router, Switch } from 'wouter';
import { useStore } from 'zustand';
import type { RoomServices } from '../state/room-services.ts';
import { LanguageContext } from '../ui/language.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFound } from './not-found.tsx';
import { rooms } from './registry.ts';
import { Shell } from './shell.tsx';

/** Where the page is served from, without the last slash: '' at the root of a host. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

export function App({ services }: { readonly services: RoomServices }) {
  const language = useStore(services.preferences, (state) => state.language);
  return (
    <LanguageContext value={language}>
      <ErrorBoundary storage={services.storage}>
        <Router base={base}>
          <Shell preferences={services.preferences}>
            <Switch>
              {rooms.map(({ id, path, Room }) => (
                <Route key={id} path={path}>
                  <Room services={services} />
                </Route>
              ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Shell>
        </Router>
      </ErrorBoundary>
    </LanguageContext>
  );
}
