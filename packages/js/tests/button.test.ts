import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Renumerate } from '../src/index.js';
import { catchForms, clearPage, dialogs, KEY, listeners, pressClose, sdk } from './page.js';

beforeEach(() => {
  catchForms();
  document.body.innerHTML = '<div id="cancel"><a href="/cancel">Cancel without scripts</a></div>';
});

afterEach(clearPage);

const container = () => document.getElementById('cancel') as HTMLElement;

describe('the mounted button', () => {
  it('is a real button that takes the place of what stood there', () => {
    const button = sdk().mountCancelButton('cancel', 'ret_1');

    expect(container().children).toHaveLength(1);
    expect(container().firstChild).toBe(button);
    expect(button.outerHTML).toBe(
      '<button type="button" class="renumerate-cancel-btn">Cancel Subscription</button>',
    );
  });

  it('opens the view of its session and gets the focus back', () => {
    const button = sdk().mountCancelButton('cancel', 'ret_1');
    button.click();
    expect(dialogs()).toHaveLength(1);

    pressClose();
    expect(document.activeElement).toBe(button);
  });

  it('wears the given classes in place of the default style', () => {
    const button = sdk().mountCancelButton('cancel', 'ret_1', 'btn btn-danger');

    expect(button.className).toBe('btn btn-danger');
  });

  it('takes classes, label and callbacks as options', () => {
    const heard = listeners();
    const options = { classes: 'btn', label: 'Leave', ...heard };
    const button = sdk().mountCancelButton('cancel', 'ret_1', options);
    button.click();
    pressClose();

    expect(button.className).toBe('btn');
    expect(button.textContent).toBe('Leave');
    expect(heard.onDismissed).toHaveBeenCalledOnce();
  });

  it('takes its text from the labels', () => {
    const button = sdk({ labels: { cancelButton: 'Kündigen' } }).mountCancelButton('cancel', 'r');

    expect(button.textContent).toBe('Kündigen');
  });

  it('is replaced when it is mounted again', () => {
    const renumerate = sdk();
    renumerate.mountCancelButton('cancel', 'ret_1');
    const second = renumerate.mountCancelButton('cancel', 'ret_2');

    expect([...container().children]).toEqual([second]);
  });

  it('needs an element, and names the one that is missing', () => {
    expect(() => sdk().mountCancelButton('nowhere', 'ret_1')).toThrow(/"nowhere"/);
  });

  it('goes with cleanup, after which the instance works on', () => {
    const renumerate = sdk();
    renumerate.mountCancelButton('cancel', 'ret_1').click();
    renumerate.cleanup();
    expect(container().children).toHaveLength(0);
    expect(dialogs()).toEqual([]);

    renumerate.mountCancelButton('cancel', 'ret_1').click();
    expect(dialogs()).toHaveLength(1);
  });

  it('can be made with a key that names no server', () => {
    const renumerate = sdk({ publicKey: 'your-public-key' });

    expect(renumerate.mountCancelButton('cancel', 'ret_1').disabled).toBe(false);
  });
});

describe('the shared instance', () => {
  it('is one for the page, and later configuration adds to the first', () => {
    const first = Renumerate.getInstance({ publicKey: KEY, locale: 'de' });
    const second = Renumerate.getInstance({ publicKey: KEY, debug: false });

    expect(second).toBe(first);
    expect(Renumerate.getInstance().config).toEqual({ publicKey: KEY, locale: 'de', debug: false });
  });
});
