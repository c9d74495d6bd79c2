import { isCardGreeting } from '../../utils/model/card-channel';

/**
 * Waits for the one message that hands over the channel to the host, and stops listening then: whoever posts later is not
 * heard. The page around cannot post at all, since it has no way to this frame; what could is turned away by `source`.
 *
 * @param frame the card page's own window
 * @returns the card's end of the channel, not started yet
 */
export function hostPort(frame: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const hear = (event: MessageEvent<unknown>): void => {
      const [port, ...more] = event.ports;
      if (event.source !== frame.parent || frame.parent === frame) return;
      if (!isCardGreeting(event.data) || port === undefined || more.length > 0) return;
      frame.removeEventListener('message', hear);
      resolve(port);
    };
    frame.addEventListener('message', hear);
  });
}
