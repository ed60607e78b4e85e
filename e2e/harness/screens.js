/** Every screen of the view by name, with the way that leads to it. */

import { CAST } from './demo.js';

/** @typedef {import('./flow.js').Flow} Flow */

/** @type {Record<string, { customer: string, go: (flow: Flow) => Promise<void> }>} */
export const SCREENS = {
  choose: { customer: CAST.twoSubscriptions, go: (flow) => flow.step('choose') },
  reason: { customer: CAST.monthly, go: (flow) => flow.step('reason') },
  'choose-missing': {
    customer: CAST.twoSubscriptions,
    async go(flow) {
      // The browser asks first; the server's own words are for those whose browser does not.
      await flow.view.locator('form').evaluate((form) => {
        form.noValidate = true;
      });
      await flow.press('Continue to cancel');
      await flow.view.getByText('Choose a subscription first.').waitFor();
    },
  },
  'offer-discount': {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('It’s too expensive');
      await flow.step('offer');
    },
  },
  'offer-pause': {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('I don’t use it enough');
      await flow.step('offer');
    },
  },
  'offer-tip': {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('It’s too hard to use');
      await flow.step('offer');
    },
  },
  confirm: {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('It’s too expensive');
      await flow.step('offer');
      await flow.press('Continue to cancel');
      await flow.step('confirm');
    },
  },
  receipt: {
    customer: CAST.monthly,
    async go(flow) {
      await flow.press('Cancel now');
      await flow.step('receipt');
    },
  },
  'kept-discount': {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('It’s too expensive');
      await flow.press('Keep my plan with this offer');
      await flow.step('kept');
    },
  },
  'kept-pause': {
    customer: CAST.monthly,
    async go(flow) {
      await flow.answer('I don’t use it enough');
      await flow.pick('1 month');
      await flow.press('Pause my plan');
      await flow.step('kept');
    },
  },
  undo: { customer: CAST.leaving, go: (flow) => flow.step('undo') },
  undone: {
    customer: CAST.leaving,
    async go(flow) {
      await flow.press('Undo cancellation');
      await flow.step('undone');
    },
  },
};

/** Screens on which the subscription is not yet decided: each must hold a way to cancel. */
export const OPEN_SCREENS = [
  'choose',
  'reason',
  'choose-missing',
  'offer-discount',
  'offer-pause',
  'offer-tip',
  'confirm',
];
