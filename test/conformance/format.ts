import { formatFaults } from '../support/roundTrips/format';
import { roundTrip } from './roundTrip';

export const { recognises, run } = roundTrip('format', formatFaults);
