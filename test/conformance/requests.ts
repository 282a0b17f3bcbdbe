import { requestFaults } from '../support/roundTrips/requests';
import { roundTrip } from './roundTrip';

export const { recognises, run } = roundTrip('requests', requestFaults);
