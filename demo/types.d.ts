/** What the demo server tells the sample page; times are Unix seconds, amounts minor units. */

export interface DemoConfig {
  publicKey: string;
  apiOrigin: string;
  /** Address of Studio, once there is one. */
  studio: string | null;
  examples: DemoExample[];
}

/** A way to one kind of offer. */
export interface DemoExample {
  /** A member of the cast. */
  customer: string;
  reason: string;
  /** The reason as the customer reads it. */
  says: string;
  offer: string;
  /** What is offered then, in words. */
  sees: string;
}

export interface DemoCustomer {
  id: string;
  email: string;
  name: string;
  /** What makes this member of the cast worth trying. */
  note: string;
  subscriptions: string[];
  /** What the business knows about the customer; its backend sends it with a session. */
  attributes: Record<string, number>;
}

export interface NextInvoice {
  amount_due: number;
  currency: string;
  at: number;
}

export interface DemoState {
  /** The sandbox's clock. */
  now: number;
  /** The customer exactly as Stripe has it. */
  customer: StripeCustomer;
  /** The subscriptions exactly as Stripe has them, ended ones included. */
  subscriptions: StripeSubscription[];
  /** Stripe's preview of the next invoice, by subscription id; null where none will come. */
  next_invoices: Record<string, NextInvoice | null>;
  /** Newest first. */
  events: { id?: string; type: string; created: number }[];
  /** What Renumerate asked of Stripe, newest first. */
  requests: { method: string; path: string; idempotency_key: string | null }[];
}

/** The part of a retention session request that the page chooses. */
export interface SessionTarget {
  customer_id?: string;
  customer_email?: string;
  subscription_id?: string;
}

export type SessionOutcome = { sessionId: string } | { fallbackUrl: string };

/* Stripe's objects, reduced to the fields this page reads. */

export interface StripeCustomer {
  id: string;
  name: string | null;
  email: string | null;
  created: number;
}

export interface StripePrice {
  id: string;
  nickname: string | null;
  currency: string;
  unit_amount: number | null;
  product: string | { id: string; name: string };
  recurring: { interval: string; interval_count: number } | null;
}

export interface StripeCoupon {
  id: string;
  name: string | null;
  percent_off: number | null;
  amount_off: number | null;
  currency: string | null;
  duration: 'once' | 'repeating' | 'forever';
  duration_in_months: number | null;
}

export interface StripeDiscount {
  id: string;
  end: number | null;
  source: { coupon: string | StripeCoupon | null };
}

export interface StripeSubscription {
  id: string;
  status: string;
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  canceled_at: number | null;
  ended_at: number | null;
  trial_end: number | null;
  pause_collection: { behavior: string; resumes_at: number | null } | null;
  discounts: (string | StripeDiscount)[];
  items: {
    data: { id: string; quantity?: number; price: StripePrice; current_period_end: number }[];
  };
}

/* The account page, ready to be shown: both tabs draw this. */

export interface AccountView {
  name: string;
  email: string;
  since: string;
  plans: PlanView[];
  /** Ids of the subscriptions that can still be canceled. */
  cancelable: string[];
}

export interface PlanView {
  id: string;
  name: string;
  price: string;
  lines: string[];
  badge: { text: string; tone: 'good' | 'notice' | 'bad' | 'quiet' };
  renewal: string;
  nextInvoice: string | null;
}

/** The names of the callbacks the page listens to. */
export type CallbackName = 'onRetained' | 'onCancelled' | 'onDismissed' | 'onError' | 'onComplete';
export type DemoCallbacks = Record<CallbackName, (payload: unknown) => void>;

/** Everything a tab needs to draw the account page and its cancel button. */
export interface AccountPageProps {
  account: AccountView;
  publicKey: string;
  /** Absent until the backend has answered, or when it could not get a session. */
  sessionId: string | null;
  fallbackUrl: string;
  fallbackEmail: string;
  callbacks: DemoCallbacks;
}
