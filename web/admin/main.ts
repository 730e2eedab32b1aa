// The first script of every page: small, so that the calls and the other scripts are on their way before React is here.
import '../components/ground.css';
import './door/door.css';
import './door/frame.css';
import { applyScheme } from '../components/scheme';
import { askEarly } from './api/early';
import { parseRoute } from './route_path';
import { pageScripts } from './shell/page_scripts';

applyScheme();
// Without a session's cookie the server hands out the document of the door.
const isInside = document.documentElement.dataset.document === 'inside';
const route = parseRoute(window.location.pathname);
askEarly(route, isInside);
// One after the other: each is run by itself, and between them the browser can do something else.
void import('react-dom/client').then(() => import('./start'));
if (isInside) {
  void import('./Inside');
  void pageScripts(route)();
}
