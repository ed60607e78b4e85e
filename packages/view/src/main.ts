import { start } from './view.js';

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
