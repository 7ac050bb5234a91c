export {
  createSlackChannel,
  type SlackChannel,
  type SlackChannelPorts,
  type SlackSettings,
} from './channel.ts';
export { EVENTS_PATH } from './receiver.ts';
