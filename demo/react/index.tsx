/** What the demo page loads for its React tab: draw the account page, or take it away. */

import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { AccountPageProps } from '../types';
import { AccountPage } from './AccountPage';

let root: Root | undefined;

export function show(container: Element, page: AccountPageProps): void {
  root ??= createRoot(container);
  root.render(
    <StrictMode>
      <AccountPage {...page} />
    </StrictMode>,
  );
}

export function hide(): void {
  root?.unmount();
  root = undefined;
}
