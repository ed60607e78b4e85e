import {
  createContext,
  createElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Renumerate, type RenumerateConfig, type RetentionCallbacks } from './index.js';

/** Props of {@link RenumerateProvider}. */
export interface RenumerateProviderProps {
  config: RenumerateConfig;
  children?: ReactNode;
}

/** Props of {@link CancelButton}. */
export interface CancelButtonProps {
  /** The retention session your backend made. */
  sessionId: string;
  /** CSS classes; they replace the default style. */
  className?: string | undefined;
  callbacks?: RetentionCallbacks | undefined;
  /** What the button shows, in place of "Cancel Subscription". */
  children?: ReactNode;
}

/** Argument of {@link useRenumerate}. */
export interface UseRenumerateOptions {
  sessionId: string;
  callbacks?: RetentionCallbacks | undefined;
}

/** Result of {@link useRenumerate}. */
export interface UseRenumerateResult {
  /** Opens the retention view; the function stays the same while the session does. */
  open: () => void;
  /** Whether `open` can work: in a browser, with a session. */
  isReady: boolean;
}

const Context = /* @__PURE__ */ createContext<Renumerate | null>(null);

const NO_CALLBACKS: RetentionCallbacks = {
  onComplete: undefined,
  onRetained: undefined,
  onCancelled: undefined,
  onDismissed: undefined,
  onError: undefined,
};

/** Gives the components below it one SDK instance, and closes its view when it goes. */
export function RenumerateProvider({ config, children }: RenumerateProviderProps): ReactElement {
  const [renumerate] = useState(() => new Renumerate(config));
  const isMounted = useRef(false);
  useEffect(() => {
    renumerate.config = config;
  });
  useEffect(() => {
    isMounted.current = true;
    renumerate.initialize();
    return () => {
      isMounted.current = false;
      // StrictMode unmounts and mounts again at once; only a provider that stays away is gone.
      Promise.resolve().then(() => {
        if (!isMounted.current) renumerate.cleanup();
      });
    };
  }, [renumerate]);
  return createElement(Context.Provider, { value: renumerate }, children);
}

/** Opens the retention view when you say so. Needs a {@link RenumerateProvider} above it. */
export function useRenumerate({ sessionId, callbacks }: UseRenumerateOptions): UseRenumerateResult {
  const renumerate = useProvided();
  const [isMounted, setIsMounted] = useState(false);
  // One object for the life of the component: an open view calls the latest render's callbacks.
  const [latest] = useState<RetentionCallbacks>({});
  useEffect(() => setIsMounted(true), []);
  useEffect(() => {
    Object.assign(latest, NO_CALLBACKS, callbacks);
  });
  const open = useCallback(() => {
    renumerate.showRetentionView(sessionId, latest);
  }, [renumerate, sessionId, latest]);
  return { open, isReady: isMounted && !!sessionId };
}

/** The cancel button: opens the retention view when pressed. */
export function CancelButton(props: CancelButtonProps): ReactElement {
  const { className = 'renumerate-cancel-btn', children } = props;
  const { cancelLabel } = useProvided();
  const { open } = useRenumerate(props);
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    // Safari does not focus a pressed button, and the dialog gives focus back to it.
    event.currentTarget.focus();
    open();
  };
  return createElement('button', { type: 'button', className, onClick }, children ?? cancelLabel);
}

function useProvided(): Renumerate {
  const renumerate = useContext(Context);
  if (!renumerate) throw new Error('Renumerate: wrap this component in <RenumerateProvider>.');
  return renumerate;
}
