// Gives a browser Temporal that has none; loaded by define.ts there alone.
import 'temporal-polyfill/global';
