/** Every text the SDK itself shows; the view's own texts come from the server. */
export interface Labels {
  /** Text of the cancel button. */
  cancelButton: string;
  /** Accessible name of the dialog and title of its frame. */
  dialogTitle: string;
  /** Accessible name of the close button. */
  close: string;
  /** Heading of the fallback. */
  fallbackTitle: string;
  /** First sentence of the fallback, above the time and the reference. */
  fallbackText: string;
  /** Stands before the reference. */
  reference: string;
  /** The link to `fallbackUrl`. */
  fallbackLink: string;
  /** The link that writes to `fallbackEmail`, before the address. */
  fallbackMail: string;
  /** What to do when neither is configured. */
  fallbackContact: string;
  /** First line of the prepared e-mail. */
  mailText: string;
}

export const DEFAULT_LABELS: Labels = {
  cancelButton: 'Cancel Subscription',
  dialogTitle: 'Cancel subscription',
  close: 'Close',
  fallbackTitle: 'This page did not load',
  fallbackText: 'You can still cancel. Keep this note:',
  reference: 'Reference',
  fallbackLink: 'Continue to cancel',
  fallbackMail: 'Cancel by e-mail',
  fallbackContact: 'Write to this service that you cancel, with this time and reference.',
  mailText: 'Please cancel my subscription.',
};
